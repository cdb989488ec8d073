package io.orderflow.order;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OrderEvents extends Repository<OrderEvent, OrderEvent.Id> {

    @Query("select e from OrderEvent e where e.id.orderNumber = :orderNumber order by e.id.sequence")
    List<OrderEvent> trail(String orderNumber);
}
