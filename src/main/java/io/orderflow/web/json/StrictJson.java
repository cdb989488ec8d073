package io.orderflow.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.shared.Actor;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.stereotype.Component;

/**
 * The setting that makes the application's JSON mapper strict: it does not convert between text, numbers and booleans,
 * does not round, and refuses unknown, duplicate and trailing content. The engine's REST API has a mapper of its own. A
 * client of another API must allow unknown members explicitly.
 */
@Component
class StrictJson implements Jackson2ObjectMapperBuilderCustomizer {

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(50)
            .maxNumberLength(100)
            .maxNameLength(1_000)
            .maxStringLength(1_000_000)
            .build();

    @Override
    public void customize(Jackson2ObjectMapperBuilder builder) {
        builder.featuresToEnable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        builder.featuresToDisable(DeserializationFeature.ACCEPT_FLOAT_AS_INT, MapperFeature.ALLOW_COERCION_OF_SCALARS);
        builder.deserializers(new TextDeserializer(), new InstantDeserializer());
        builder.serializers(
                new InstantSerializer(),
                new ValueSerializer<>(Actor.class, Actor::name),
                new ValueSerializer<>(CouponCode.class, CouponCode::value),
                new ValueSerializer<>(CustomerId.class, CustomerId::value),
                new ValueSerializer<>(Money.class, Money::won),
                new ValueSerializer<>(OrderNumber.class, OrderNumber::value),
                new ValueSerializer<>(Quantity.class, Quantity::pieces),
                new ValueSerializer<>(Sku.class, Sku::value));
        builder.postConfigurer(StrictJson::limit);
    }

    private static void limit(ObjectMapper mapper) {
        mapper.getFactory().setStreamReadConstraints(LIMITS);
    }
}
