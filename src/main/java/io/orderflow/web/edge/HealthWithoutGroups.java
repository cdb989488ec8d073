package io.orderflow.web.edge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Set;
import org.springframework.boot.actuate.health.SystemHealth;
import org.springframework.boot.jackson.JsonMixin;

/** Strangers may know whether the application is up, and not which parts it is asked about. */
@JsonMixin(SystemHealth.class)
abstract class HealthWithoutGroups {

    @JsonIgnore
    abstract Set<String> getGroups();
}
