package dev.heed.crmsample;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/** Starts the sample: a server on loopback that answers look-ups from a file. */
public final class CrmSample {

    private static final int PORT = 9110;

    private CrmSample() {}

    /** Takes no arguments; the README lists the environment. Ends with 1 where it cannot start. */
    public static void main(String[] args) {
        try {
            HttpServer server = start(System.getenv());
            System.out.println(
                    "Customer records at http://" + server.getAddress().getHostString() + ":"
                            + server.getAddress().getPort());
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("The customer records cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    /** Runs until {@link HttpServer#stop}. */
    static HttpServer start(Map<String, String> environment) throws IOException {
        String host = environment.getOrDefault("HEED_CRM_SAMPLE_HOST", "127.0.0.1");
        int port = Integer.parseInt(environment.getOrDefault("HEED_CRM_SAMPLE_PORT", Integer.toString(PORT)));
        CustomerFile file = new CustomerFile(
                Path.of(environment.getOrDefault("HEED_CRM_SAMPLE_FILE", "customers.csv")), System.err::println);
        Optional<String> token =
                Optional.ofNullable(environment.get("HEED_CRM_SAMPLE_TOKEN")).filter(text -> !text.isBlank());
        HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", new Door(file, token));
        server.start();
        return server;
    }
}
