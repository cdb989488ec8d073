package io.orderflow.web.edge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Set;
import org.springframework.boot.actuate.health.SystemHealth;
import org.springframework.boot.jackson.JsonMixin;

/**
 * A mixin that leaves the health groups out of the answer: strangers may know whether the application is up, and no
 * more.
 */
@JsonMixin(SystemHealth.class)
abstract class HealthWithoutGroups {

    @JsonIgnore
    abstract Set<String> getGroups();
}
