package io.orderflow.process.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** One of the ways by which somebody deploys over HTTP, as a form with files like the one that Camunda Modeler sends. */
enum Door {

    REST("/engine-rest/deployment/create"),
    NAMED_ENGINE("/engine-rest/engine/default/deployment/create"),
    WEBAPPS("/camunda/api/engine/engine/default/deployment/create");

    private static final String BOUNDARY = "7f3c1a";
    private final String path;

    Door(String path) {
        this.path = path;
    }

    /** Somebody who stands in the door, in the webapps with a session of their own. */
    record Visitor(HttpClient client, CookieManager cookies, String address, String user) {

        HttpResponse<String> deploy(List<ModelFile> files, Map<String, String> fields) {
            String password = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
            return send(client, request(cookies, address).header("Authorization", "Basic " + password)
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(BodyPublishers.ofByteArray(body(files, fields))));
        }
    }

    /** Password = name, as for all demo users. */
    Visitor open(int port, String user) {
        CookieManager cookies = new CookieManager();
        HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
        String server = "http://localhost:" + port;
        if (this == WEBAPPS) {
            logIn(client, cookies, server, user);
        }
        return new Visitor(client, cookies, server + path, user);
    }

    /** The log-in begins a new session, with a token of its own. */
    private static void logIn(HttpClient client, CookieManager cookies, String server, String user) {
        String page = server + "/camunda/app/cockpit/default/";
        send(client, request(cookies, page));
        send(client, request(cookies, server + "/camunda/api/admin/auth/user/default/login/cockpit")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + user + "&password=" + user)));
        send(client, request(cookies, page));
    }

    private static HttpRequest.Builder request(CookieManager cookies, String address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .forEach(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
        return request;
    }

    private static byte[] body(List<ModelFile> files, Map<String, String> fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        files.forEach(file -> part(body, "name=\"" + file.name() + "\"; filename=\"" + file.name() + "\"", file.content()));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String names, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + names
                + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
