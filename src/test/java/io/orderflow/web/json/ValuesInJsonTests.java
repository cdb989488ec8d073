package io.orderflow.web.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.orderflow.shared.Actor;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/** Values are written as the text or the number that is in them. */
class ValuesInJsonTests {

    private final ObjectMapper json = mapper();

    @Test
    void writesTheTextOrTheNumber() throws Exception {
        List<Object> values = List.of(
                new Actor("ops"),
                new CouponCode("WELCOME10"),
                new CustomerId("alice"),
                Money.won(1_000),
                new OrderNumber("ORD-1234"),
                new Quantity(2),
                new Sku("TEA"));

        assertThat(json.writeValueAsString(values))
                .isEqualTo("[\"ops\",\"WELCOME10\",\"alice\",1000,\"ORD-1234\",2,\"TEA\"]");
    }

    @Test
    void knowsEveryValueOfOnePart() throws Exception {
        for (Class<?> value : values().toList()) {
            assertThat(json.getSerializerProviderInstance().findValueSerializer(value))
                    .as(value.getSimpleName())
                    .isInstanceOf(ValueSerializer.class);
        }
    }

    private static Stream<? extends Class<?>> values() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.orderflow.shared").stream()
                        .filter(JavaClass::isRecord)
                        .map(JavaClass::reflect)
                        .filter(value -> value.getRecordComponents().length == 1);
    }

    private static ObjectMapper mapper() {
        Jackson2ObjectMapperBuilder builder = new Jackson2ObjectMapperBuilder();
        new StrictJson().customize(builder);
        return builder.build();
    }
}
