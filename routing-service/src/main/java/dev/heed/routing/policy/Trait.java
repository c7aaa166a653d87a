package dev.heed.routing.policy;

/** What a post can be, beside what it says. Named in the document by the lower-case name. */
enum Trait {
    ADDRESSED {
        @Override
        boolean of(Reading reading) {
            return reading.post().addressed();
        }
    },
    REPLY {
        @Override
        boolean of(Reading reading) {
            return reading.post().reply();
        }
    },
    QUOTE {
        @Override
        boolean of(Reading reading) {
            return reading.post().quote();
        }
    },
    QUESTION {
        @Override
        boolean of(Reading reading) {
            return reading.hasQuestion();
        }
    },
    SHOUTING {
        @Override
        boolean of(Reading reading) {
            return reading.isShouting();
        }
    },
    REPEATED {
        @Override
        boolean of(Reading reading) {
            return reading.context().stillWaiting();
        }
    };

    abstract boolean of(Reading reading);
}
