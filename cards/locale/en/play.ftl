# Trying Erfa on one's own computer: in the Playground or in the terminal.
play-starting = Starting Erfa and the Microsoft 365 Agents Playground. The first time, the Playground is downloaded, which may take a minute.
play-ready = Open { $address } and choose { $channel } on the left. Type @Erfa, pick Erfa in the list and ask for instance: { $question }
play-terms = The Playground is Microsoft's, under Microsoft's terms. It listens on all of this computer's networks without a login while it runs.
play-end = Ctrl+C ends both. The logs are in { $folder }.
play-ended = Erfa and the Playground have ended.
play-no-node = Node.js { $oldest } or later with npx is missing here, so the Playground can't be started.
play-registered = The Playground can only talk to Erfa in local mode, but ERFA_APP_ID is set. Remove that setting here and try again.
play-port-taken = Port { $port } is taken. End what uses it, or choose another port with { $setting }.
play-failed = The Playground ended unexpectedly (code { $code }). The reason is in { $log }.
play-slow = The Playground did not start within { $minutes } minutes. The reason may be in { $log }.
play-team = Large establishments in Dalarna
play-channel = Exchange of experience
play-group = Triad
chat-offer = Type { $command } to talk to the same Erfa here in the terminal.
chat-instead = Instead you can talk to the same Erfa here.
chat-how = Type a question, or a number to choose something in the answer. Ctrl+C ends.
chat-no-such = There is no choice { $number } here.
