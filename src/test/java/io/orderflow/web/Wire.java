package io.orderflow.web;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One connection, byte by byte: for what no client's library lets one send. */
public final class Wire implements Closeable {

    private final Socket socket;
    private final StringBuilder heard = new StringBuilder();

    public Wire(int port) {
        try {
            socket = new Socket("localhost", port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Wire say(String words) {
        try {
            socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the server has closed the connection by then. */
    public boolean isOver(Duration within) {
        long end = System.nanoTime() + within.toNanos();
        try {
            for (long left = within.toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                socket.setSoTimeout((int) left);
                int next = socket.getInputStream().read();
                if (next < 0) {
                    return true;
                }
                heard.append((char) next);
            }
            return false;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true; // reset
        }
    }

    /** What the server has said so far; its last answer alone where it first asked to go on. */
    public String heard() {
        String all = heard.toString();
        return all.startsWith("HTTP/1.1 100") ? all.substring(all.indexOf("\r\n\r\n") + 4) : all;
    }

    public boolean wasAskedToGoOn() {
        return heard.toString().startsWith("HTTP/1.1 100");
    }

    /** The status of the answer, once the server has closed the connection, which it has half a minute for. */
    public int status() {
        if (!isOver(Duration.ofSeconds(30)) || heard().length() < 12) {
            throw new IllegalStateException("no answer but: " + heard());
        }
        return Integer.parseInt(heard().substring(9, 12));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
