package io.orderflow.process.engine;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Takes away the starter's way of making the first administrator: it does not bear a second node, and it would make
 * again whom people have deleted.
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
