package io.orderflow.web;

import io.orderflow.shared.Actor;
import io.orderflow.shared.CustomerId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * The user who sends a request. Controllers take it as a method parameter.
 *
 * @param userId the user id
 * @param groups the groups of the user: {@code customer}, {@code ops}, {@code analyst}, {@code camunda-admin}
 */
public record Caller(String userId, Set<String> groups) {

    private static final String GROUP = "ROLE_";

    public Caller {
        groups = Set.copyOf(groups);
    }

    /** Returns the caller of an authentication, whose groups are authorities with the prefix {@code ROLE_}. */
    public static Caller of(Authentication user) {
        return new Caller(
                user.getName(),
                user.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(authority -> authority.startsWith(GROUP))
                        .map(authority -> authority.substring(GROUP.length()))
                        .collect(Collectors.toSet()));
    }

    /** Whether they are in the group {@code ops}, besides whatever else. */
    public boolean isOps() {
        return groups.contains("ops");
    }

    /** Whether they are in the group {@code customer}, besides whatever else. */
    public boolean isCustomer() {
        return groups.contains("customer");
    }

    /**
     * The customer whose orders they may see and act on; empty for ops, who may with all orders.
     *
     * @throws ApiProblem 403 {@code FORBIDDEN} if they are neither
     */
    public Optional<CustomerId> onlyOrdersOf() {
        if (!isOps() && !isCustomer()) {
            throw new ApiProblem(HttpStatus.FORBIDDEN, "FORBIDDEN");
        }
        return isOps() ? Optional.empty() : Optional.of(asCustomer());
    }

    /** The customer of that user id, whether they are in that group or not. */
    public CustomerId asCustomer() {
        return new CustomerId(userId);
    }

    /** For an audit trail. */
    public Actor asActor() {
        return new Actor(userId);
    }
}
