package dev.heed.local.compose;

import dev.heed.local.home.Home;
import dev.heed.local.home.Template;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Compose document for some parts, on the same ports and with the same configuration files as native ones.
 *
 * <p>Containers share the machine's network, so that everything stays on loopback and every address stays as it is.
 */
final class ComposeFile {
    private static final Map<String, String> PARTS = Map.of("postgres", """
              postgres:
                image: postgres:18.1-bookworm
                network_mode: host
                command: ["postgres", "-c", "listen_addresses=127.0.0.1", "-c", "port=@{sql}", "-c", "max_connections=300", "-c", "max_wal_size=512MB"]
                environment:
                  POSTGRES_PASSWORD_FILE: /run/secrets/superuser
                volumes:
                  - "@{home}/compose/superuser:/run/secrets/superuser:ro"
                  - "postgres:/var/lib/postgresql"
                healthcheck:
                  test: ["CMD", "pg_isready", "-h", "127.0.0.1", "-p", "@{sql}"]
                  interval: 2s
                  retries: 60
            """, "rabbitmq", """
              rabbitmq:
                image: rabbitmq:3.13.7-management
                network_mode: host
                environment:
                  RABBITMQ_NODENAME: heed@localhost
                  RABBITMQ_DIST_PORT: "@{node}"
                  ERL_EPMD_PORT: "@{mapper}"
                  ERL_EPMD_ADDRESS: 127.0.0.1
                volumes:
                  - "@{home}/rabbitmq/rabbitmq.conf:/etc/rabbitmq/conf.d/99-heed.conf:ro"
                  - "@{home}/rabbitmq/enabled_plugins:/etc/rabbitmq/enabled_plugins:ro"
                  - "rabbitmq:/var/lib/rabbitmq"
                healthcheck:
                  test: ["CMD", "rabbitmq-diagnostics", "-q", "check_port_listener", "@{amqp}"]
                  interval: 5s
                  timeout: 30s
                  retries: 30
            """, "gateway", """
              gateway:
                build:
                  context: "@{home}/compose"
                  dockerfile_inline: |
                    FROM debian:12.12-slim
                    RUN apt-get update && apt-get install -y --no-install-recommends apache2 libapache2-mod-auth-openidc && rm -rf /var/lib/apt/lists/*
                network_mode: host
                user: "@{user}"
                command: ["apache2", "-DFOREGROUND", "-f", "@{home}/gateway/httpd.conf"]
                volumes:
                  - "@{home}/gateway:@{home}/gateway"
                  - "@{home}/keycloak/conf:@{home}/keycloak/conf:ro"
                healthcheck:
                  test: ["CMD", "apache2", "-t", "-f", "@{home}/gateway/httpd.conf"]
                  interval: 2s
                  retries: 30
            """);

    private final Home home;
    private final String user;

    /**
     * For an installation.
     *
     * @param user number of the user and of the group as whom the gateway runs, who owns its files
     */
    ComposeFile(Home home, String user) {
        this.home = home;
        this.user = user;
    }

    /** The document for the parts, in the order of their names. */
    String render(Set<String> parts) {
        StringBuilder text = new StringBuilder("name: " + project(home) + "\nservices:\n");
        for (String part : new TreeSet<>(parts)) {
            String template = PARTS.get(part);
            if (template == null) {
                throw new IllegalArgumentException("no container for " + part);
            }
            text.append(Template.of(template).fill(values()).indent(0));
        }
        List<String> volumes = parts.stream()
                .filter(part -> !part.equals("gateway"))
                .sorted()
                .map(part -> "  " + part + ": {}\n")
                .toList();
        return volumes.isEmpty() ? text.toString() : text + "volumes:\n" + String.join("", volumes);
    }

    static String project(Home home) {
        return "heed-" + home.ports().offset();
    }

    private Map<String, String> values() {
        return Map.of(
                "home", home.directory().toString(),
                "user", user,
                "sql", Integer.toString(home.ports().postgres()),
                "amqp", Integer.toString(home.ports().amqp()),
                "node", Integer.toString(home.ports().amqpNode()),
                "mapper", Integer.toString(home.ports().portMapper()));
    }
}
