package io.orderflow.web.connection;

import io.orderflow.shared.UnfitSetting;
import io.orderflow.web.WaitingSettings;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The set-up of the deadlines of requests in Tomcat, and of its threads: some may wait for outcomes, and half of the
 * others for slow bodies.
 */
@Configuration(proxyBeanMethods = false)
class ConnectionSetup {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> timedConnections(
            ServerProperties server, WaitingSettings waiting) {
        int slowBodies = slowBodies(server.getTomcat().getThreads().getMax(), waiting.waitingRequests());
        return factory -> {
            factory.setProtocol(TimedProtocol.class.getName());
            factory.addEngineValves(new UnreadBodyValve());
            factory.addConnectorCustomizers(connector -> {
                TimedProtocol protocol = (TimedProtocol) connector.getProtocolHandler();
                protocol.slowBodies(slowBodies);
                protocol.setContinueResponseTiming("onRead"); // A client is not asked for a body that is not read.
            });
        };
    }

    static int slowBodies(int threads, int waitingRequests) {
        int left = threads - waitingRequests;
        UnfitSetting.unless(
                left > 1,
                "orders.waiting-requests",
                "(%d) must leave some of server.tomcat.threads.max (%d) free".formatted(waitingRequests, threads));
        return left / 2;
    }
}
