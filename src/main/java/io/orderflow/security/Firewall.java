package io.orderflow.security;

import io.orderflow.shared.ProperText;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;

/** Spring Security's firewall, which also refuses parameters that are no {@link ProperText}. */
@Component
class Firewall extends StrictHttpFirewall {

    Firewall() {
        setAllowedParameterNames(ProperText::is);
        setAllowedParameterValues(ProperText::is);
    }
}
