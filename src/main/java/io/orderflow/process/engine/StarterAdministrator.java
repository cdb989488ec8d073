package io.orderflow.process.engine;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.stereotype.Component;

/**
 * The removal of the starter's bean that creates the first administrator. That bean fails with two nodes, and it would
 * create a deleted administrator again.
 */
@Component
class StarterAdministrator implements BeanDefinitionRegistryPostProcessor {

    private static final String BEAN = "createAdminUserConfiguration";

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry beans) {
        if (beans.containsBeanDefinition(BEAN)) {
            beans.removeBeanDefinition(BEAN);
        }
    }
}
