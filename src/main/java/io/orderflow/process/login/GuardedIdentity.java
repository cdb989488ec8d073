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
 * The engine's user store with our rules. Whichever door a password comes through, and whichever endpoint compares one,
 * it is checked here: with the same work whether there is such a user or not, and counted.
 */
public class GuardedIdentity extends IdentityServiceImpl {

    private final LoginAttempts attempts;
    private final PasswordHashes hashes;

    GuardedIdentity(LoginAttempts attempts, PasswordHashes hashes) {
        this.attempts = attempts;
        this.hashes = hashes;
    }

    /**
     * @throws TriedTooOften where no password of this user is looked at now
     * @throws RestException for a right password at the webapps' log-in of somebody who has no business there
     */
    @Override
    public boolean checkPassword(String userId, String password) {
        boolean right = attempts.count(userId, () -> asNobody(() -> matches(userId, password)));
        if (right && WebappDoor.isBeingPassed() && !Staff.includes(userId, this)) {
            throw new RestException(Status.FORBIDDEN, "Your groups do not allow this.");
        }
        return right;
    }

    /** A password against the rules is the caller's mistake. */
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

    /** It is the password that the user has, so that no rule for new ones applies. A change in the meantime stays. */
    private void renew(String userId, String stored, String password) {
        User user = find(userId);
        if (user == null || !stored.equals(user.getPassword())) {
            return;
        }
        user.setPassword(password);
        try {
            saveUser(user, true);
        } catch (OptimisticLockingException e) {
            // Somebody else has renewed or changed it in the same moment.
        }
    }

    private @Nullable User find(String userId) {
        return createUserQuery().userId(userId).singleResult();
    }

    /** Without the rights of whoever asks, which need not reach to the user whose password it is. */
    private boolean asNobody(BooleanSupplier check) {
        Authentication caller = getCurrentAuthentication();
        clearAuthentication();
        try {
            return check.getAsBoolean();
        } finally {
            setAuthentication(caller);
        }
    }

    /** No database would take a control character for a parameter. */
    private static boolean isFit(@Nullable String text) {
        return text != null && !text.isEmpty() && text.chars().noneMatch(Character::isISOControl);
    }
}
