package io.shopcare.platform.rebuild;

import java.time.Clock;

import com.mongodb.client.MongoDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.kafka.KafkaAutoConfiguration;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.parking.SetAside;

/** Rebuilds of what this program keeps of events. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@ConditionalOnClass(KafkaTemplate.class)
@ConditionalOnBean(KafkaAdmin.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import(RebuildController.class)
public class RebuildAutoConfiguration {

    @Bean
    BeginRebuild beginRebuild(MongoDatabaseFactory databases, MongoDatabase database,
            ObjectProvider<Subscription> subscriptions, @Value("${spring.application.name}") String program,
            KafkaProperties kafka, ObjectProvider<SslBundles> ssl, SetAside setAside, Clock clock) {
        return new BeginRebuild(databases, database, subscriptions.orderedStream().toList(), program,
                kafka.buildAdminProperties(ssl.getIfAvailable()), setAside, clock);
    }
}
