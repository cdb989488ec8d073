package io.orderflow;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The switch that lets what is scheduled run by itself; where tests switch it off, they call it when they want it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "orders.background.enabled", matchIfMissing = true)
@EnableScheduling
public class Background {}
