package io.orderflow.process;

import org.assertj.core.presentation.StandardRepresentation;
import org.camunda.bpm.model.bpmn.instance.BaseElement;

/** Lets failed assertions name the elements of a diagram by their ids. AssertJ finds it as a service. */
public class ElementsById extends StandardRepresentation {

    @Override
    protected String fallbackToStringOf(Object object) {
        return object instanceof BaseElement element && element.getId() != null
                ? element.getId()
                : super.fallbackToStringOf(object);
    }
}
