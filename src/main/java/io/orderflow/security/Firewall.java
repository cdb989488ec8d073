package io.orderflow.security;

import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;

/**
 * Spring Security's firewall, which also refuses control characters in parameters, because PostgreSQL cannot store NUL.
 */
@Component
class Firewall extends StrictHttpFirewall {

    Firewall() {
        setAllowedParameterNames(Firewall::isText);
        setAllowedParameterValues(Firewall::isText);
    }

    private static boolean isText(String value) {
        return value.chars().noneMatch(c -> Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r');
    }
}
