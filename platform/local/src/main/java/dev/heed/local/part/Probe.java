package dev.heed.local.part;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.function.IntPredicate;

/** Looks whether something answers on this machine. */
public final class Probe {
    private static final int TIMEOUT_MILLIS = 3_000;

    private Probe() {}

    /** Whether a GET of the address is answered with 200. */
    public static boolean ok(String url) {
        return answers(url, status -> status == 200);
    }

    /** Whether a GET of the address is answered with a status that will do; redirects are not followed. */
    public static boolean answers(String url, IntPredicate willDo) {
        HttpURLConnection connection = null;
        try {
            // The old client, since the new one costs a third of a second to load.
            connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return willDo.test(connection.getResponseCode());
        } catch (IOException e) {
            return false;
        } finally {
            if (connection != null) {
                connection.disconnect();
            }
        }
    }

    /** Whether an AMQP 0-9-1 greeting is answered by the broker's own. */
    public static boolean amqp(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(new byte[] {'A', 'M', 'Q', 'P', 0, 0, 9, 1});
            // The first octet of a method frame, Connection.Start.
            return socket.getInputStream().read() == 1;
        } catch (IOException e) {
            return false;
        }
    }
}
