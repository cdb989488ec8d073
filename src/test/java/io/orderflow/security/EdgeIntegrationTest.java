package io.orderflow.security;

import io.orderflow.web.HttpIntegrationTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application as it stands among others: behind a proxy and with an issuer of tokens beside Basic. */
@ActiveProfiles("proxy")
abstract class EdgeIntegrationTest extends HttpIntegrationTest {

    /** Lives as long as the context that several classes share. */
    static final TestIssuer ISSUER = new TestIssuer();

    @DynamicPropertySource
    static void believe(DynamicPropertyRegistry settings) {
        settings.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", ISSUER::uri);
        settings.add("spring.security.oauth2.resourceserver.jwt.audiences", () -> TestIssuer.AUDIENCE);
    }

    /**
     * The whole answer, headers first, to a GET that comes from an address of this machine, with lines that clients may
     * not set.
     */
    String getFrom(String address, String path, String... lines) {
        String request = "GET " + path + " HTTP/1.1\r\nConnection: close\r\n" + String.join("\r\n", lines) + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(address), 0)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
