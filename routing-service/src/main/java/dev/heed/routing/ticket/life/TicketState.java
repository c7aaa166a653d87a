package dev.heed.routing.ticket.life;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket stands. A transition exists only as a method on the state that permits it.
 *
 * <pre>
 *   Waiting ──assign──▶ Assigned ──claim──▶ Claimed ──resolve──▶ Resolved
 *      ▲ └───────────────claim─────────────────▲ │                  │
 *      │                    └──resolve───────────┼──────────────────▶
 *      ├───────release──────┴────────────────────┘                  │
 *      ├───────escalate (to a later tier)                           │
 *      └───────reopen (a further post)◀───── Monitored, LetStand ◀──┘
 *   any open ──withdraw (its author took back all that nobody had answered)──▶ Withdrawn ──reopen──▶ Waiting
 * </pre>
 */
public sealed interface TicketState {

    /** The word in tables, events and the API. */
    String status();

    /** Who owns it, or owned it last. */
    default Optional<String> owner() {
        return Optional.empty();
    }

    /** The tier that it is with, or whom it was told to; none for a ticket that was never meant to be owned. */
    @Nullable
    String tier();

    /** Somebody is to answer. */
    sealed interface Open extends TicketState {
        /** To another tier, where nobody owns it yet. */
        default Waiting escalate(String tier) {
            return new Waiting(tier);
        }

        /** Nothing is left to be answered. */
        default Withdrawn withdraw() {
            return new Withdrawn(owner().orElse(null), tier());
        }
    }

    /** An open ticket that somebody owns. */
    sealed interface Owned extends Open {
        String ownerName();

        @Override
        default Optional<String> owner() {
            return Optional.of(ownerName());
        }

        default Waiting release() {
            return new Waiting(tier());
        }

        default Resolved resolve() {
            return new Resolved(ownerName(), tier());
        }

        default Claimed claim(String by) {
            return new Claimed(by, tier());
        }
    }

    /** Nobody is to answer, as it stands now. */
    sealed interface Ended extends TicketState {
        /** A further post asks for an answer. */
        default Waiting reopen(String tier) {
            return new Waiting(tier);
        }

        /** A further post is to be watched, not answered. */
        default Monitored monitor(@Nullable String tier) {
            return new Monitored(tier);
        }
    }

    /** Open, with nobody to own it. */
    record Waiting(@Nullable String tier) implements Open {
        @Override
        public String status() {
            return "waiting";
        }

        Assigned assign(String owner) {
            return new Assigned(owner, tier);
        }

        Claimed claim(String by) {
            return new Claimed(by, tier);
        }
    }

    /** Given to somebody, who has not taken it up yet. */
    record Assigned(String ownerName, @Nullable String tier) implements Owned {
        @Override
        public String status() {
            return "assigned";
        }
    }

    /** Taken up by its owner. */
    record Claimed(String ownerName, @Nullable String tier) implements Owned {
        @Override
        public String status() {
            return "claimed";
        }
    }

    /** Done, by this owner. */
    record Resolved(String ownerName, @Nullable String tier) implements Ended {
        @Override
        public String status() {
            return "resolved";
        }

        @Override
        public Optional<String> owner() {
            return Optional.of(ownerName);
        }
    }

    /** Not answered; the tier was told. */
    record Monitored(@Nullable String tier) implements Ended {
        @Override
        public String status() {
            return "monitored";
        }

        /** A person overrules the policy. */
        Claimed claim(String by) {
            return new Claimed(by, tier);
        }
    }

    /** Not answered. */
    record LetStand() implements Ended {
        @Override
        public @Nullable String tier() {
            return null;
        }

        @Override
        public String status() {
            return "let_stand";
        }

        /** A person overrules the policy. */
        Claimed claim(String by) {
            return new Claimed(by, null);
        }
    }

    /** X shows nothing any longer of what was to be answered. {@code ownerName}: whoever had it. */
    record Withdrawn(@Nullable String ownerName, @Nullable String tier) implements Ended {
        @Override
        public String status() {
            return "withdrawn";
        }

        @Override
        public Optional<String> owner() {
            return Optional.ofNullable(ownerName);
        }
    }

    /** The state that a table remembers. */
    static TicketState of(String status, @Nullable String owner, @Nullable String tier) {
        return switch (status) {
            case "waiting" -> new Waiting(tier);
            case "assigned" -> new Assigned(known(owner), tier);
            case "claimed" -> new Claimed(known(owner), tier);
            case "resolved" -> new Resolved(known(owner), tier);
            case "monitored" -> new Monitored(tier);
            case "let_stand" -> new LetStand();
            case "withdrawn" -> new Withdrawn(owner, tier);
            default -> throw new IllegalArgumentException("no ticket can be " + status);
        };
    }

    private static String known(@Nullable String owner) {
        if (owner == null) {
            throw new IllegalArgumentException("a ticket in this state has an owner");
        }
        return owner;
    }
}
