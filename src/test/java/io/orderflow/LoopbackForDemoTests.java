package io.orderflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.servlet.ServletManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.context.ServerPortInfoApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** On real sockets: who reaches a server with the application's settings and without its database. */
@ExtendWith(OutputCaptureExtension.class)
class LoopbackForDemoTests {

    private static final String H2 = "--spring.datasource.url=jdbc:h2:mem:x";
    private static final String POSTGRESQL = "--spring.datasource.url=jdbc:postgresql://host/x";

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        EndpointAutoConfiguration.class,
        WebEndpointAutoConfiguration.class,
        ManagementContextAutoConfiguration.class,
        ServletManagementContextAutoConfiguration.class
    })
    @Import(DemoWarning.class)
    static class Server {}

    @ParameterizedTest
    @CsvSource({H2 + ",", POSTGRESQL + ", --orders.demo=true", H2 + ", --orders.demo=true"})
    void keepsTheDemoToThisMachineAndSaysSoInOneLine(String database, String demo, CapturedOutput output)
            throws IOException {
        try (var server = start(database, demo)) {
            assertThat(reaches("127.0.0.1", port(server))).isTrue();
            assertThat(otherAddresses()).noneMatch(address -> reaches(address, port(server)));
        }
        assertThat(warnings(output))
                .singleElement()
                .asString()
                .contains(
                        "passwords of alice, bob, ops, analyst and admin",
                        "listens on 127.0.0.1 only",
                        "README.md",
                        "orders.demo=false",
                        "camunda.bpm.admin-user");
    }

    @ParameterizedTest
    @CsvSource({POSTGRESQL + ",", POSTGRESQL + ", --orders.demo=false", H2 + ", --orders.demo=false"})
    void listensEverywhereWithoutTheDemo(String database, String demo, CapturedOutput output) throws IOException {
        try (var server = start(database, demo)) {
            assertThat(reaches("127.0.0.1", port(server))).isTrue();
            assertThat(otherAddresses()).allMatch(address -> reaches(address, port(server)));
        }
        assertThat(warnings(output)).isEmpty();
    }

    @Test
    void listensWhereItIsToldToAndWarnsOfIt(CapturedOutput output) throws IOException {
        try (var server = start(H2, "--server.address=0.0.0.0")) {
            assertThat(otherAddresses()).allMatch(address -> reaches(address, port(server)));
        }
        assertThat(warnings(output)).singleElement().asString().contains("whoever reaches its port can log in");
    }

    @Test
    void keepsAManagementPortOfItsOwnToThisMachineToo() throws IOException {
        try (var server = start(H2, "--management.server.port=0")) {
            int port = server.getEnvironment().getRequiredProperty("local.management.port", Integer.class);

            assertThat(port).isNotEqualTo(port(server));
            assertThat(reaches("127.0.0.1", port)).isTrue();
            assertThat(otherAddresses()).noneMatch(address -> reaches(address, port));
        }
    }

    private static List<String> warnings(CapturedOutput output) {
        return output.toString()
                .lines()
                .filter(line -> line.contains(" WARN ") && line.contains("Demo: "))
                .toList();
    }

    /** With the settings of the packaged application: those of tests say that everything is a demo. */
    private static ConfigurableApplicationContext start(String... arguments) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(Server.class);
        application.application().setInitializers(List.of(new ServerPortInfoApplicationContextInitializer()));
        return application.run(Stream.concat(
                        Stream.of("--spring.config.location=classpath:/application.yaml", "--server.port=0"),
                        Stream.of(arguments).filter(argument -> argument != null))
                .toArray(String[]::new));
    }

    private static int port(ConfigurableApplicationContext server) {
        return server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** 127.0.0.2 is another address of every Linux machine, with or without a network. */
    private static List<String> otherAddresses() throws IOException {
        Stream<String> outward = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .map(InetAddress::getHostAddress);
        boolean linux = System.getProperty("os.name").equals("Linux");
        return Stream.concat(outward, linux ? Stream.of("127.0.0.2") : Stream.empty())
                .toList();
    }

    private static boolean reaches(String address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
