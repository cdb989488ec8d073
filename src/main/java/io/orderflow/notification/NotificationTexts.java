package io.orderflow.notification;

import java.util.Locale;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The subjects and bodies of {@code notifications*.properties}. */
@Component
class NotificationTexts {

    /** What stands in a text in place of an amount that is not given. */
    private static final String NO_AMOUNT = "{1}";

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    NotificationTexts() {
        texts.setBasename("notifications");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    String subject(CustomerMessage message) {
        return render(message, "subject");
    }

    String body(CustomerMessage message) {
        return render(message, "body");
    }

    static String languageOf(Locale locale) {
        return Locale.KOREAN.getLanguage().equals(locale.getLanguage()) ? "ko" : "en";
    }

    private String render(CustomerMessage message, String part) {
        String text = filledIn(message, "notification." + message.topic() + "." + part);
        if (text.contains(NO_AMOUNT)) {
            throw new IllegalArgumentException("the text of topic " + message.topic() + " names an amount");
        }
        return text;
    }

    private String filledIn(CustomerMessage message, String code) {
        Object order = message.order().value();
        Object[] facts = message.amount() == null ? new Object[] {order} : new Object[] {order, message.amount().won()};
        try {
            return texts.getMessage(code, facts, Locale.forLanguageTag(languageOf(message.locale())));
        } catch (NoSuchMessageException e) {
            throw new IllegalArgumentException("there is no notification about " + message.topic(), e);
        }
    }
}
