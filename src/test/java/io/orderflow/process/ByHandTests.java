package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.shared.OrderNumber;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What nobody may do by hand, whatever their rights, where the runbook's table says less. */
@ShopTest
class ByHandTests extends ShopScenario {

    @Autowired
    IdentityService identity;

    @Autowired
    ManagementService management;

    OrderNumber order;

    @BeforeEach
    void placeOrder() throws Exception {
        order = shop.place(shop.product(10), 2);
    }

    @AfterEach
    void logOut() {
        identity.clearAuthentication();
    }

    @Test
    void postponesNoStepWithItsNewRetries() throws Exception {
        shop.pay(order, "card");
        shop.letWorkBeDone(order);
        shop.cancel(order);
        shop.letOneStepBeDone(order);
        String job = shop.nextWork(order).getId();
        Date later = Date.from(Instant.parse("2099-01-01T00:00:00Z"));
        identity.setAuthentication("admin", List.of("camunda-admin"));

        assertThatThrownBy(() ->
                        management.setJobRetries(2).jobId(job).dueDate(later).execute())
                .isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> management
                        .setJobRetriesByJobsAsync(2)
                        .jobIds(List.of(job))
                        .dueDate(null)
                        .executeAsync())
                .isInstanceOf(BadUserRequestException.class);
        management.setJobRetries(2).jobId(job).execute();

        assertThat(management.createJobQuery().jobId(job).singleResult().getRetries())
                .isEqualTo(2);
    }

    @Test
    void sparesNoCalledProcessOfOneThatIsDeleted() throws Exception {
        shop.pay(order, "refuse-refund");
        shop.letWorkBeDone(order);
        shop.cancel(order);
        shop.letWorkBeDone(order);
        String process = shop.process(order).getId();
        identity.setAuthentication("admin", List.of("camunda-admin"));

        assertThatThrownBy(() -> runtime.deleteProcessInstance(process, "by hand", true, true, true, true))
                .isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> runtime.deleteProcessInstancesAsync(
                        List.of(process), null, null, "by hand", false, true, false))
                .isInstanceOf(BadUserRequestException.class);

        identity.clearAuthentication();
        assertThat(shop.process(order).getId()).isEqualTo(process);
        assertThat(shop.settling(order)).isNotNull();
    }
}
