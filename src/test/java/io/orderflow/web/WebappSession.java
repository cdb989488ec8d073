package io.orderflow.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** A browser at Camunda's webapps, as far as HTTP goes: it keeps cookies and sends the CSRF token back. */
public final class WebappSession {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String server;

    /** Somebody who has opened a page and is not logged in. */
    public WebappSession(int port) {
        this.server = "http://localhost:" + port;
        open();
    }

    /** Somebody who is logged in; password = name, as for all demo users. */
    public static WebappSession of(int port, String user, String application) {
        WebappSession session = new WebappSession(port);
        HttpResponse<String> answer = session.logIn(user, application);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("cannot log in: " + answer.statusCode() + " " + answer.body());
        }
        return session;
    }

    /** Does what the log-in form does; the answer's status tells how that went. */
    public HttpResponse<String> logIn(String user, String application) {
        HttpResponse<String> answer = send(request("/camunda/api/admin/auth/user/default/login/" + application)
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString("username=" + user + "&password=" + user)));
        open(); // the log-in begins a new session, with a token of its own
        return answer;
    }

    private void open() {
        get("/camunda/app/cockpit/default/");
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Sends an empty JSON object where the method takes a body. */
    public HttpResponse<String> send(String method, String path) {
        boolean bodiless =
                method.equals("GET") || method.equals("DELETE") || method.equals("OPTIONS") || method.equals("HEAD");
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, bodiless ? BodyPublishers.noBody() : BodyPublishers.ofString("{}")));
    }

    public HttpResponse<String> post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** The value of a cookie that the application has set; empty when it has not. */
    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** A request with the CSRF token, if there is one. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path));
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
