package io.orderflow.force.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Answers HTTP at one port of the loopback address, each connection in a thread of its own. */
class Door {

    /** Answers one request, or tears the wire. */
    interface Api {
        void serve(Request request, Wire wire) throws IOException;
    }

    private final ServerSocket server;
    private final Api api;

    Door(int port, Api api) throws IOException {
        server = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        this.api = api;
        new Thread(this::open, "door " + port).start();
    }

    private void open() {
        while (true) {
            try {
                Socket caller = server.accept();
                Thread thread = new Thread(() -> talk(caller), "caller");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                System.err.println("nobody gets in: " + e);
            }
        }
    }

    private void talk(Socket caller) {
        try (Wire wire = new Wire(caller)) {
            for (Request request = wire.read(); request != null; request = wire.isOpen() ? wire.read() : null) {
                api.serve(request, wire);
            }
        } catch (IOException e) {
            // The caller is gone: killed, or tired of waiting.
        } catch (RuntimeException e) {
            e.printStackTrace();
        }
    }
}
