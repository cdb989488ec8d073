package io.orderflow.process.login;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;

/**
 * The rules for a new password: it is long and cannot be guessed from its user. Digits or special characters are not
 * required. The placeholders are those for which Admin has texts, or the texts themselves.
 */
enum PasswordRule implements PasswordPolicyRule {
    LENGTH("PASSWORD_POLICY_LENGTH", Map.of("minLength", "12 to 72")) {
        @Override
        public boolean execute(String password, @Nullable User user) {
            return password.length() >= 12 && PasswordHashes.fits(password);
        }
    },
    VARIETY("5 different characters", Map.of()) {
        @Override
        public boolean execute(String password, @Nullable User user) {
            return password.codePoints().distinct().count() >= 5;
        }
    },
    /**
     * The password has no name or address of its user. Names of one or two letters are ignored, because many passwords
     * have them.
     */
    USER_DATA("PASSWORD_POLICY_USER_DATA", Map.of()) {
        @Override
        public boolean execute(String password, @Nullable User user) {
            return user == null
                    || Stream.of(user.getId(), user.getFirstName(), user.getLastName(), user.getEmail())
                            .filter(data -> data != null && data.length() >= 3)
                            .noneMatch(data -> lower(password).contains(lower(data)));
        }
    };

    /** All rules in a sentence. */
    static final String WORDING =
            "A password has 12 to 72 characters, at least 5 different ones, and holds neither name"
                    + " nor address of its user.";

    private final String placeholder;
    private final Map<String, String> parameters;

    PasswordRule(String placeholder, Map<String, String> parameters) {
        this.placeholder = placeholder;
        this.parameters = parameters;
    }

    @Override
    public String getPlaceholder() {
        return placeholder;
    }

    @Override
    public Map<String, String> getParameters() {
        return parameters;
    }

    @Override
    public boolean execute(String password) {
        return execute(password, null);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
