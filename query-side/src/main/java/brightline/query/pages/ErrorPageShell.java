package brightline.query.pages;

import brightline.edge.access.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Puts the shell around error pages too, and says where the reader can go instead. */
final class ErrorPageShell implements HandlerInterceptor {
    private final ShellAdvice advice;

    ErrorPageShell(ShellAdvice advice) {
        this.advice = advice;
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView modelAndView) {
        String view = modelAndView == null ? null : modelAndView.getViewName();
        if (modelAndView == null || view == null || !view.startsWith("error/")) {
            return;
        }
        CurrentActor actor = CurrentActor.orNull();
        modelAndView.addObject("rooms", actor == null ? List.of() : Rooms.of(actor.role()));
        if (response.getStatus() < 500) {
            modelAndView.addObject("shell", advice.shell(request, actor));
        }
    }
}
