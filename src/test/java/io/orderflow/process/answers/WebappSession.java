package io.orderflow.process.answers;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A person who works in Tasklist, as far as its server sees them. */
final class WebappSession {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String server;

    private WebappSession(int port) {
        this.server = "http://localhost:" + port;
    }

    /** Logged in; password = name, as for all demo users. */
    static WebappSession of(int port, String user) throws Exception {
        WebappSession session = new WebappSession(port);
        session.open();
        HttpResponse<String> logIn = session.post("/camunda/api/admin/auth/user/default/login/tasklist",
                "application/x-www-form-urlencoded", "username=%s&password=%s".formatted(user, user));
        if (logIn.statusCode() != 200) {
            throw new IllegalStateException("cannot log in: " + logIn.statusCode() + " " + logIn.body());
        }
        session.open();
        return session;
    }

    /** The page brings the token with which requests of this session are signed. */
    private void open() throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(uri("/camunda/app/tasklist/default/")));
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return post(path, "application/json", json);
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).header("Content-Type", type).header("X-XSRF-TOKEN", token())
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(server + path);
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue).reduce((earlier, later) -> later).orElse("");
    }
}
