package dev.heed.messaging.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/** Stands between a client and its server, and can keep the server's words to itself without closing anything. */
public final class StallingProxy implements AutoCloseable {

    private final ServerSocket door;
    private final int target;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean stalled;

    public StallingProxy(int target) throws IOException {
        this.target = target;
        this.door = bind();
        Thread.ofVirtual().start(this::accept);
    }

    /** Below the ephemeral range, in which a client may connect to itself. */
    private static ServerSocket bind() throws IOException {
        for (int tries = 0; ; tries++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try {
                return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            } catch (BindException e) {
                if (tries > 50) {
                    throw e;
                }
            }
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** From now on clients hear nothing. */
    public void stall() {
        stalled = true;
    }

    /** Who asks from now on is answered; what was kept from clients stays so. */
    public void goOn() {
        stalled = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.addAll(List.of(client, server));
                Thread.ofVirtual().start(() -> carry(client, server, false));
                Thread.ofVirtual().start(() -> carry(server, client, true));
            }
        } catch (IOException e) {
            // The door is closed: the test is over.
        }
    }

    private void carry(Socket from, Socket to, boolean mayStall) {
        byte[] buffer = new byte[8192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!(mayStall && stalled)) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException e) {
            // Either side hung up.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
