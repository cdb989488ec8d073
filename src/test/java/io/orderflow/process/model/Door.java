package io.orderflow.process.model;

import io.orderflow.web.WebappSession;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * One of the ways by which somebody deploys over HTTP, as a form with files like the one that Camunda Modeler sends.
 */
public enum Door {
    REST("/engine-rest/deployment/create"),
    NAMED_ENGINE("/engine-rest/engine/default/deployment/create"),
    WEBAPPS("/camunda/api/engine/engine/default/deployment/create");

    private static final String BOUNDARY = "7f3c1a";
    private final String path;

    Door(String path) {
        this.path = path;
    }

    /** Somebody who stands in the door, in the webapps with a session of their own. */
    public record Visitor(WebappSession session, String path, String user) {

        public HttpResponse<String> deploy(List<ModelFile> files, Map<String, String> fields) {
            String password = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
            return session.send(session.request(path)
                    .header("Authorization", "Basic " + password)
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(BodyPublishers.ofByteArray(body(files, fields))));
        }
    }

    /** Password = name, as for all demo users. */
    public Visitor open(int port, String user) {
        return new Visitor(
                this == WEBAPPS ? WebappSession.of(port, user, "cockpit") : new WebappSession(port), path, user);
    }

    private static byte[] body(List<ModelFile> files, Map<String, String> fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        files.forEach(
                file -> part(body, "name=\"" + file.name() + "\"; filename=\"" + file.name() + "\"", file.content()));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String names, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + names + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
