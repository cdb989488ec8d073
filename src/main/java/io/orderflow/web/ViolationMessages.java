package io.orderflow.web;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The messages of violations that bean validation does not report, in the language of the current request. */
@Component
public class ViolationMessages {

    private final MessageSource messages;

    ViolationMessages(MessageSource messages) {
        this.messages = messages;
    }

    /** Returns the message {@code violation.<what>}. */
    public String of(String what, Object... arguments) {
        return messages.getMessage("violation." + what, arguments, LocaleContextHolder.getLocale());
    }
}
