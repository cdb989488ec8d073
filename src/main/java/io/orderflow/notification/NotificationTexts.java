package io.orderflow.notification;

import java.text.MessageFormat;
import java.util.Locale;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The subjects and bodies of {@code notifications*.properties}. */
@Component
class NotificationTexts {

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
        Locale locale = Locale.forLanguageTag(languageOf(message.locale()));
        MessageFormat text = new MessageFormat(pattern(message.topic(), part, locale), locale);
        if (message.amount() == null && text.getFormatsByArgumentIndex().length > 1) {
            throw new IllegalArgumentException("the text of topic " + message.topic() + " names an amount");
        }
        return text.format(new Object[] {message.order().value(), message.amount() == null ? 0 : message.amount().won()});
    }

    private String pattern(String topic, String part, Locale locale) {
        try {
            return texts.getMessage("notification." + topic + "." + part, null, locale);
        } catch (NoSuchMessageException e) {
            throw new IllegalArgumentException("there is no notification about " + topic, e);
        }
    }
}
