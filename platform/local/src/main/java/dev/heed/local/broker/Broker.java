package dev.heed.local.broker;

import dev.heed.local.HeedFailure;
import dev.heed.local.home.Home;
import dev.heed.local.home.Secrets;
import dev.heed.local.part.Probe;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A broker as the services reach it. */
public record Broker(String host, int port, String user, String password, String vhost) {
    private static final int USUAL_PORT = 5672;

    /** The private one of an installation. */
    public static Broker of(Home home, Secrets secrets) {
        return new Broker("127.0.0.1", home.ports().amqp(), "heed", secrets.password("rabbitmq.user"), "/");
    }

    /** Reads {@code HEED_AMQP_URL}: {@code amqp://user:password@host:port/vhost}, without a vhost the default one. */
    public static Broker parse(String url) {
        URI uri = URI.create(url);
        List<String> user = uri.getUserInfo() == null
                ? List.of()
                : List.of(uri.getUserInfo().split(":", 2));
        if (uri.getHost() == null || user.size() != 2 || !uri.getScheme().equals("amqp")) {
            throw new HeedFailure("HEED_AMQP_URL must look like amqp://user:password@host:5672/vhost.");
        }
        String path = uri.getPath() == null || uri.getPath().length() < 2
                ? "/"
                : uri.getPath().substring(1);
        return new Broker(
                uri.getHost(),
                uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
                user.get(0),
                URLDecoder.decode(user.get(1), StandardCharsets.UTF_8),
                path);
    }

    /** Whether it greets. */
    public boolean answers() {
        return Probe.amqp(host, port);
    }
}
