package dev.heed.testing;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeoutException;

/** A RabbitMQ broker to make virtual hosts on: where it listens, its management API, and its administrator. */
public record RabbitServer(String host, int port, int managementPort, String user, String password) {

    /** Reads {@code host:port:mgmtport:user:password}, the form of {@code HEED_TEST_AMQP}. */
    static RabbitServer parse(String coordinates) {
        String[] parts = coordinates.split(":", 5);
        if (parts.length != 5) {
            throw new IllegalArgumentException("HEED_TEST_AMQP must be host:port:mgmtport:user:password");
        }
        return new RabbitServer(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), parts[3], parts[4]);
    }

    String coordinates() {
        return String.join(":", host, Integer.toString(port), Integer.toString(managementPort), user, password);
    }

    /** Makes a virtual host in which the administrator may do everything. */
    public void createVhost(String name) {
        expect(management("PUT", "/api/vhosts/" + name, "{\"default_queue_type\":\"quorum\"}"));
        expect(management(
                "PUT",
                "/api/permissions/" + name + "/" + user,
                "{\"configure\":\".*\",\"write\":\".*\",\"read\":\".*\"}"));
    }

    public void deleteVhost(String name) {
        expect(management("DELETE", "/api/vhosts/" + name, ""));
    }

    /**
     * Calls the management API.
     *
     * @param path path and query, percent-encoded, for example {@code /api/queues/<vhost>}
     */
    public HttpResponse<String> management(String method, String path, String body) {
        String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + host + ":" + managementPort + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        // The broker's HTTP server trips over an offer of HTTP/2.
        try (HttpClient client =
                HttpClient.newBuilder().version(Version.HTTP_1_1).build()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("RabbitMQ management at " + host + ":" + managementPort + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens an AMQP connection to a virtual host, which does not heal by itself. */
    public Connection connect(String vhost) throws IOException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(host);
        factory.setPort(port);
        factory.setUsername(user);
        factory.setPassword(password);
        factory.setVirtualHost(vhost);
        factory.setAutomaticRecoveryEnabled(false);
        try {
            return factory.newConnection();
        } catch (TimeoutException e) {
            throw new IOException("RabbitMQ at " + host + ":" + port + " did not answer in time", e);
        }
    }

    private static void expect(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException("RabbitMQ management answered " + response.statusCode() + " to "
                    + response.request().method() + " " + response.uri().getPath() + ": " + response.body());
        }
    }
}
