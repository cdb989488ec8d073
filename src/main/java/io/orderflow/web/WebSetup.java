package io.orderflow.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.actuate.health.SimpleStatusAggregator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.actuate.health.StatusAggregator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The configuration of Spring MVC (our parameter types, dates, and languages) and of what health tells. */
@Configuration(proxyBeanMethods = false)
class WebSetup implements WebMvcConfigurer {

    private final ViolationMessages wording;
    private final Problems problems;

    WebSetup(ViolationMessages wording, Problems problems) {
        this.wording = wording;
        this.problems = problems;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver());
        resolvers.add(new WaitForResolver());
        resolvers.add(new IdempotencyKeyResolver());
        resolvers.add(new IfMatchResolver(wording));
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(new ProblemReturns(problems));
    }

    /** Dates of four-digit years only: what {@link LocalDate} reads beyond them, no database can compare with. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new Converter<String, LocalDate>() {
            @Override
            public LocalDate convert(String text) {
                if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                    throw new IllegalArgumentException("not a date");
                }
                return LocalDate.parse(text);
            }
        });
    }

    /** Tells strangers UP or DOWN, also while the application is up and takes no requests. */
    @Bean
    static StatusAggregator statusAggregator() {
        StatusAggregator parts = new SimpleStatusAggregator();
        return statuses -> Status.UP.equals(parts.getAggregateStatus(statuses)) ? Status.UP : Status.DOWN;
    }

    /** Answers in Korean if the client asks for it, and otherwise in English. */
    @Bean
    static LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.ENGLISH, Locale.KOREAN));
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }
}
