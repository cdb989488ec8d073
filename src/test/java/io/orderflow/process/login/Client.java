package io.orderflow.process.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Somebody at a loopback address of their own, with a browser's cookies. */
class Client {

    record Answer(int status, Map<String, String> headers, String body) {}

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String address;
    private final int port;

    Client(String address, int port) {
        this.address = address;
        this.port = port;
    }

    Answer get(String path) {
        return send("GET", path, Map.of(), "");
    }

    Answer get(String path, String user, String password) {
        return send("GET", path, Map.of("Authorization", basic(user, password)), "");
    }

    Answer post(String path, String user, String json) {
        return send("POST", path, Map.of("Authorization", basic(user, user), "Content-Type", "application/json"), json);
    }

    /** What the log-in page of a webapp does. */
    Answer logIn(String app, String user, String password) {
        if (cookies.isEmpty()) {
            get("/camunda/app/" + app + "/default/");
        }
        return send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/" + app,
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                "username=" + encode(user) + "&password=" + encode(password));
    }

    Answer send(String method, String path, Map<String, String> headers, String body) {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(address), 0)) {
            socket.getOutputStream().write((head(method, path, headers, body) + body).getBytes(StandardCharsets.UTF_8));
            return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** HTTP/1.0, so that the answer comes in one piece and the connection ends with it. */
    private String head(String method, String path, Map<String, String> headers, String body) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Host", "localhost:" + port);
        all.put("Content-Length", String.valueOf(body.getBytes(StandardCharsets.UTF_8).length));
        if (!cookies.isEmpty()) {
            all.put("Cookie", cookies.entrySet().stream().map(Object::toString).collect(Collectors.joining("; ")));
            all.put("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""));
        }
        return method + " " + path + " HTTP/1.0\r\n"
                + all.entrySet().stream()
                        .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                        .collect(Collectors.joining())
                + "\r\n";
    }

    private Answer read(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        List<String> lines = answer.substring(0, end).lines().toList();
        Map<String, String> headers = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] header = line.split(": ?", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
            if (header[0].equalsIgnoreCase("Set-Cookie")) {
                String[] cookie = header[1].split(";")[0].split("=", 2);
                cookies.put(cookie[0], cookie[1]);
            }
        }
        return new Answer(Integer.parseInt(lines.get(0).split(" ")[1]), headers, answer.substring(end + 4));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
