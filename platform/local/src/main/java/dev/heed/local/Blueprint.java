package dev.heed.local;

import dev.heed.local.broker.Broker;
import dev.heed.local.broker.RabbitMq;
import dev.heed.local.gateway.Gateway;
import dev.heed.local.home.Home;
import dev.heed.local.home.Secrets;
import dev.heed.local.home.Surroundings;
import dev.heed.local.identity.Identity;
import dev.heed.local.identity.Keycloak;
import dev.heed.local.install.Need;
import dev.heed.local.install.Packages;
import dev.heed.local.part.Part;
import dev.heed.local.postgres.ForeignPostgres;
import dev.heed.local.postgres.Postgres;
import dev.heed.local.postgres.PostgresServer;
import dev.heed.local.service.CustomerRecords;
import dev.heed.local.service.Services;
import dev.heed.local.service.XPlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which parts an installation consists of, given what the environment brings along, and how each reaches the others. */
final class Blueprint {
    /** Every part there can be, in the order in which they are shown; stopped in the opposite one. */
    static final List<String> NAMES = List.of(
            Postgres.NAME,
            RabbitMq.NAME,
            Keycloak.NAME,
            Services.SIMULATOR,
            CustomerRecords.NAME,
            "ingestion",
            "routing",
            "reply",
            "audit",
            Gateway.NAME);

    private final Home home;
    private final Secrets secrets;
    private final XPlatform x;
    private final Identity identity;
    private final Optional<ForeignPostgres> foreignPostgres;
    private final Optional<Broker> foreignBroker;
    private final Postgres ownPostgres;
    private final RabbitMq ownBroker;

    Blueprint(Home home, Secrets secrets) {
        this.home = home;
        this.secrets = secrets;
        this.x = new XPlatform(home);
        this.identity = Identity.of(home, secrets);
        this.foreignPostgres = Surroundings.get("HEED_PG_URL").map(url -> new ForeignPostgres(url, home, secrets));
        this.foreignBroker = Surroundings.get("HEED_AMQP_URL").map(Broker::parse);
        this.ownPostgres = new Postgres(home, secrets);
        this.ownBroker = new RabbitMq(home, secrets);
    }

    PostgresServer postgres() {
        return foreignPostgres.map(ForeignPostgres::server).orElseGet(ownPostgres::server);
    }

    Broker broker() {
        return foreignBroker.orElseGet(ownBroker::broker);
    }

    Identity identity() {
        return identity;
    }

    boolean simulated() {
        return x.simulated();
    }

    Services services() {
        return new Services(home, secrets, postgres(), broker(), identity);
    }

    /** Parts that run as processes here, those that others need first. */
    List<Part> processes() {
        List<Part> parts = new ArrayList<>();
        if (foreignPostgres.isEmpty()) {
            parts.add(ownPostgres);
        }
        if (foreignBroker.isEmpty()) {
            parts.add(ownBroker);
        }
        if (!identity.foreign()) {
            parts.add(new Keycloak(home, secrets, postgres()));
        }
        if (x.simulated()) {
            parts.add(services().simulator());
        }
        services().customerRecords().ifPresent(parts::add);
        parts.addAll(services().parts());
        parts.add(gateway());
        Set<String> contained = containers();
        return parts.stream().filter(part -> !contained.contains(part.name())).toList();
    }

    /** Parts that only Docker Compose can bring on this system. */
    Set<String> containers() {
        Set<String> names = new TreeSet<>();
        if (Packages.available()) {
            return names;
        }
        if (foreignBroker.isEmpty() && Need.RABBITMQ.found().isEmpty()) {
            names.add(RabbitMq.NAME);
        }
        if (Need.APACHE.found().isEmpty() || Need.OPENIDC.found().isEmpty()) {
            names.add(Gateway.NAME);
        }
        if (foreignPostgres.isEmpty() && !Postgres.binariesRunHere()) {
            names.add(Postgres.NAME);
        }
        return names;
    }

    /** Writes what containers mount. */
    void configureContainers(Set<String> names) {
        if (names.contains(RabbitMq.NAME)) {
            ownBroker.configureForContainer();
        }
        if (names.contains(Gateway.NAME)) {
            gateway().configure();
        }
    }

    /** Databases on a server that is not a process of ours. */
    void settleElsewhere(Set<String> containers) {
        foreignPostgres.ifPresent(ForeignPostgres::settle);
        if (containers.contains(Postgres.NAME)) {
            ownPostgres.settle();
        }
        foreignBroker.filter(broker -> !broker.answers()).ifPresent(broker -> {
            throw new HeedFailure(
                    "HEED_AMQP_URL is set, but no broker answers at " + broker.host() + ":" + broker.port() + ".");
        });
    }

    private Gateway gateway() {
        return new Gateway(home, secrets, identity, x.simulated());
    }
}
