package io.orderflow.web;

import io.orderflow.shared.Actor;
import io.orderflow.shared.CustomerId;
import java.util.Set;

/**
 * Who sends this request; controllers take it as a method parameter.
 *
 * @param userId the id they logged in with
 * @param groups the engine groups they are in: {@code customer}, {@code ops}, {@code analyst}, {@code camunda-admin}
 */
public record Caller(String userId, Set<String> groups) {

    public Caller {
        groups = Set.copyOf(groups);
    }

    public boolean isOps() {
        return groups.contains("ops");
    }

    public boolean isCustomer() {
        return groups.contains("customer");
    }

    public CustomerId asCustomer() {
        return new CustomerId(userId);
    }

    public Actor asActor() {
        return new Actor(userId);
    }
}
