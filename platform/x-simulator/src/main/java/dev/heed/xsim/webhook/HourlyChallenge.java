package dev.heed.xsim.webhook;

import dev.heed.xsim.SimConfig;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Challenges every webhook once an hour. */
@Singleton
@Startup
class HourlyChallenge {

    private final KeepWebhooks keep;
    private final Duration every;
    private Cancellable clockwork = () -> {};

    HourlyChallenge(KeepWebhooks keep, SimConfig config) {
        this.keep = keep;
        this.every = config.challengeEvery();
    }

    @PostConstruct
    void start() {
        clockwork = Multi.createFrom()
                .ticks()
                .startingAfter(every)
                .every(every)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> Uni.createFrom()
                        .completionStage(keep::challengeAll)
                        .onFailure()
                        .recoverWithNull())
                .subscribe()
                .with(done -> {});
    }

    @PreDestroy
    void stop() {
        clockwork.cancel();
    }
}
