package io.orderflow.process.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code orders.models} for deployments.
 *
 * @param goBack whether this version's models are deployed although those of a newer version are in use
 */
@ConfigurationProperties("orders.models")
record DeploymentSettings(@DefaultValue("false") boolean goBack) {}
