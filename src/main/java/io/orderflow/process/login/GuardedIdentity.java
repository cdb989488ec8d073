package io.orderflow.process.login;

import jakarta.ws.rs.core.Response.Status;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.jspecify.annotations.Nullable;

/**
 * The engine's user store with our rules. Every password is checked here, through every API and endpoint. The check
 * costs the same whether the user exists or not, and it is counted.
 */
public class GuardedIdentity extends IdentityServiceImpl {

    private final LoginAttempts attempts;
    private final PasswordHashes hashes;

    GuardedIdentity(LoginAttempts attempts, PasswordHashes hashes) {
        this.attempts = attempts;
        this.hashes = hashes;
    }

    /**
     * Checks a password.
     *
     * @throws TriedTooOften while passwords of this user are refused unchecked
     * @throws RestException for a right password of a user outside the staff at the log-in of the webapps
     */
    @Override
    public boolean checkPassword(String userId, String password) {
        boolean right = attempts.count(
                userId,
                () -> asNobody(() -> matches(userId, password)),
                () -> isFit(userId) && asNobody(() -> find(userId) != null));
        if (right && StaffFilter.isBeingPassed() && !Staff.includes(userId, this)) {
            throw new RestException(Status.FORBIDDEN, "Your groups do not allow this.");
        }
        return right;
    }

    /** Saves the user. A password that violates the rules is the caller's mistake. */
    @Override
    public void saveUser(User user, boolean skipPasswordPolicy) {
        try {
            super.saveUser(user, skipPasswordPolicy);
        } catch (ProcessEngineException e) {
            if ("Password does not match policy".equals(e.getMessage())) {
                throw new BadUserRequestException(PasswordRule.WORDING, e);
            }
            throw e;
        }
    }

    private boolean matches(String userId, String password) {
        User user = isFit(userId) && isFit(password) ? find(userId) : null;
        String stored = user == null ? null : user.getPassword();
        if (stored == null) {
            hashes.checkNobodys(String.valueOf(password));
            return false;
        }
        boolean right = hashes.made(stored) ? hashes.checkStored(password, stored) : matchesOld(userId, password);
        if (right && hashes.isOutdated(stored) && PasswordHashes.fits(password)) {
            renew(userId, stored, password);
        }
        return right;
    }

    private boolean matchesOld(String userId, String password) {
        boolean right = super.checkPassword(userId, password);
        if (!right) {
            hashes.checkNobodys(password);
        }
        return right;
    }

    /**
     * Stores the user's own password with a new hash, so no rule for new passwords applies. A change in the meantime
     * stays.
     */
    private void renew(String userId, String stored, String password) {
        User user = find(userId);
        if (user == null || !stored.equals(user.getPassword())) {
            return;
        }
        user.setPassword(password);
        try {
            saveUser(user, true);
        } catch (OptimisticLockingException e) {
            // Somebody else has renewed or changed it at the same time.
        }
    }

    private @Nullable User find(String userId) {
        return createUserQuery().userId(userId).singleResult();
    }

    /** Checks without the rights of the caller, which need not include the user whose password it is. */
    private boolean asNobody(BooleanSupplier check) {
        Authentication caller = getCurrentAuthentication();
        clearAuthentication();
        try {
            return check.getAsBoolean();
        } finally {
            setAuthentication(caller);
        }
    }

    /** Returns whether the text can be a parameter of a query. No database accepts a control character. */
    private static boolean isFit(@Nullable String text) {
        return text != null && !text.isEmpty() && text.chars().noneMatch(Character::isISOControl);
    }
}
