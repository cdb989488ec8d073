package io.orderflow.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Spring Security's firewall, and no control characters in parameters: PostgreSQL stores no NUL, so none gets that far. */
@Configuration(proxyBeanMethods = false)
class Firewall {

    @Bean
    StrictHttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(Firewall::isText);
        firewall.setAllowedParameterValues(Firewall::isText);
        return firewall;
    }

    private static boolean isText(String value) {
        return value.chars().noneMatch(c -> Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r');
    }
}
