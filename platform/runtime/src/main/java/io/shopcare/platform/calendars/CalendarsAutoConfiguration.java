package io.shopcare.platform.calendars;

import java.time.Clock;

import com.mongodb.client.MongoDatabase;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

import io.shopcare.platform.store.StoreAutoConfiguration;

/** Business hours of shops, for the program that counts by them. */
@AutoConfiguration(after = StoreAutoConfiguration.class)
@ConditionalOnClass(MongoDatabase.class)
@ConditionalOnBean(MongoDatabase.class)
public class CalendarsAutoConfiguration {

    /** Made where somebody asks for it; the other programs keep no calendars. */
    @Bean
    @Lazy
    ShopCalendars shopCalendars(MongoDatabase database, Clock clock) {
        var files = new CalendarFiles();
        return new ShopCalendars(database, files.standardHours(), files.holidays(), clock);
    }
}
