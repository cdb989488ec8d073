package io.orderflow.force;

import io.orderflow.benchmark.Application;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One node of the application: a process that is killed and started again, always at the same port. */
class Node {

    /** It is started very often, and never lives for long. */
    static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private static final Duration START = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final int port;
    private List<String> arguments;
    private final Map<String, String> environment;
    private final Path log;
    private Application application;

    Node(int port, List<String> arguments, Map<String, String> environment, Path log) {
        this.port = port;
        this.arguments = arguments;
        this.environment = environment;
        this.log = log;
    }

    static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** What it is from its next start on. */
    void become(List<String> arguments) {
        this.arguments = arguments;
    }

    void launch() throws IOException {
        application = new Application(arguments, environment, port, log);
    }

    /** @param firstUp looked at in the very moment in which the node first says that it is up */
    void awaitReady(Runnable firstUp) {
        boolean up = Pause.until(
                START,
                () -> saysUp("/actuator/health/readiness")
                        || saysUp("/actuator/health")
                        || !application.process().isAlive());
        if (!up || !application.process().isAlive()) {
            throw new IllegalStateException("a node does not start; see " + log);
        }
        firstUp.run();
        if (!Pause.until(START, () -> saysUp("/actuator/health/readiness") && saysUp("/actuator/health"))) {
            throw new IllegalStateException("a node is not ready; see " + log);
        }
    }

    void start(Runnable firstUp) throws IOException {
        launch();
        awaitReady(firstUp);
    }

    private boolean saysUp(String path) {
        try {
            return http.send(
                                    HttpRequest.newBuilder(URI.create(url(port) + path))
                                            .timeout(Duration.ofSeconds(3))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("called off", e);
        }
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        application.process().destroyForcibly().waitFor();
    }

    /** {@code kill}; returns the exit code, or null when the process has not ended within the time. */
    Integer stop(Duration atMost) throws InterruptedException {
        Process process = application.process();
        process.destroy();
        return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : null;
    }

    void end() {
        if (application != null) {
            application.process().destroyForcibly().onExit().join();
        }
    }

    boolean isUp() {
        return application != null && application.process().isAlive() && saysUp("/actuator/health/readiness");
    }
}
