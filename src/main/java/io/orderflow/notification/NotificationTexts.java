package io.orderflow.notification;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The subjects and bodies of {@code notifications*.properties}. */
@Component
class NotificationTexts {

    /** The mark of a missing fact in a text; a text with it is refused. */
    private static final String MISSING = "\uFFFF";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);

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
        String code = "notification." + message.topic() + "." + part;
        Locale locale = Locale.forLanguageTag(languageOf(message.locale()));
        String[] codes = {code + message.facts().variant(), code};
        try {
            String text = texts.getMessage(new DefaultMessageSourceResolvable(codes, named(message, locale)), locale);
            if (!text.contains(MISSING)) {
                return text;
            }
        } catch (NoSuchMessageException e) {
            throw new IllegalArgumentException("there is no notification about " + message.topic(), e);
        } catch (IllegalArgumentException e) {
            // The text names an amount that is missing, which is reported below.
        }
        throw new IllegalArgumentException("the text of topic " + message.topic()
                + " names an amount, an address or a day, and the message does not tell it");
    }

    /** Returns the arguments of a text, which names them by their position. */
    private static Object[] named(CustomerMessage message, Locale locale) {
        MessageFacts facts = message.facts();
        return new Object[] {
            message.order().value(),
            facts.amount() == null ? MISSING : facts.amount().won(),
            facts.address() == null ? MISSING : facts.address(),
            facts.until() == null ? MISSING : DAY.withLocale(locale).format(facts.until())
        };
    }
}
