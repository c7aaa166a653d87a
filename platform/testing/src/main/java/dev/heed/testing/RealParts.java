package dev.heed.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Gives a component test a fresh database with its own role, a fresh virtual host, and the key that signs
 * {@link Tokens}.
 *
 * <p>Use: {@code @QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "service", value =
 * "routing"))}. Besides the settings of Quarkus it overrides every {@code HEED_PG_*} and {@code HEED_AMQP_*} key, and
 * {@code heed.test.pg.superuser} with {@code heed.test.pg.superuser-password} for tests of what a superuser can do.
 */
public final class RealParts implements QuarkusTestResourceLifecycleManager {
    private String name = "";

    @Override
    public void init(Map<String, String> arguments) {
        String service = arguments.getOrDefault("service", "heed").replaceAll("[^a-z0-9]", "_");
        name = "t_%s_%d_%s"
                .formatted(
                        service,
                        ProcessHandle.current().pid(),
                        Integer.toString(ThreadLocalRandom.current().nextInt(1 << 24), 36));
    }

    @Override
    public Map<String, String> start() {
        PostgresServer postgres = SharedParts.postgres();
        RabbitServer rabbit = SharedParts.rabbit();
        postgres.createDatabase(name, name);
        rabbit.createVhost(name);
        Map<String, String> settings = new HashMap<>();
        settings.putAll(postgresSettings(postgres));
        settings.putAll(rabbitSettings(rabbit));
        settings.putAll(Tokens.settings());
        return settings;
    }

    @Override
    public void stop() {
        if (name.isEmpty()) {
            return;
        }
        SharedParts.postgres().dropDatabase(name);
        SharedParts.rabbit().deleteVhost(name);
    }

    private Map<String, String> postgresSettings(PostgresServer server) {
        String port = Integer.toString(server.port());
        return Map.ofEntries(
                Map.entry("HEED_PG_HOST", server.host()),
                Map.entry("HEED_PG_PORT", port),
                Map.entry("HEED_PG_DATABASE", name),
                Map.entry("HEED_PG_USER", name),
                Map.entry("HEED_PG_PASSWORD", name),
                Map.entry("quarkus.datasource.username", name),
                Map.entry("quarkus.datasource.password", name),
                Map.entry("quarkus.datasource.jdbc.url", server.jdbcUrl(name)),
                Map.entry("quarkus.datasource.reactive.url", "postgresql://" + server.host() + ":" + port + "/" + name),
                Map.entry("heed.test.pg.superuser", server.superuser()),
                Map.entry("heed.test.pg.superuser-password", server.password()));
    }

    private Map<String, String> rabbitSettings(RabbitServer server) {
        String port = Integer.toString(server.port());
        return Map.ofEntries(
                Map.entry("HEED_AMQP_HOST", server.host()),
                Map.entry("HEED_AMQP_PORT", port),
                Map.entry("HEED_AMQP_USER", server.user()),
                Map.entry("HEED_AMQP_PASSWORD", server.password()),
                Map.entry("HEED_AMQP_VHOST", name),
                Map.entry("rabbitmq-host", server.host()),
                Map.entry("rabbitmq-port", port),
                Map.entry("rabbitmq-username", server.user()),
                Map.entry("rabbitmq-password", server.password()),
                Map.entry("rabbitmq-virtual-host", name),
                Map.entry("heed.test.amqp.management-port", Integer.toString(server.managementPort())));
    }
}
