package io.orderflow.process.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code orders.models}.
 *
 * @param goBack whether this version's models are deployed though a newer version's are in use
 */
@ConfigurationProperties("orders.models")
record DeploymentSettings(@DefaultValue("false") boolean goBack) {}
