package io.orderflow.process.model;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code orders.models}.
 *
 * @param allowCode whether administrators may deploy what the rules refuse, code included
 */
@ConfigurationProperties("orders.models")
record ModelSettings(@DefaultValue("false") boolean allowCode) {}
